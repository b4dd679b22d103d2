// Lets the browser at hand receive messages. The page works without: the section stays hidden.
(() => {
  const section = document.getElementById("trinh-duyet");
  if (!section || !("serviceWorker" in navigator) || !("PushManager" in window)) return;
  const { key, address, worker, csrf } = section.dataset;

  const show = (state) => {
    for (const line of section.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== state;
    for (const button of section.querySelectorAll("[data-do]"))
      button.hidden = state === "refused" || button.dataset.do === state;
  };
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const tell = (subscription, query) =>
    fetch(address + query, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
      body: JSON.stringify(subscription),
    }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
    });
  const registration = () => navigator.serviceWorker.register(worker).then(() => navigator.serviceWorker.getRegistration(worker));

  const on = async () => {
    const subscription = await (await registration()).pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytes(key),
    });
    await tell(subscription, "");
    show("on");
  };
  const off = async () => {
    const subscription = await (await registration()).pushManager.getSubscription();
    if (subscription) {
      await tell(subscription, "?thoi");
      await subscription.unsubscribe();
    }
    show("off");
  };

  section.addEventListener("click", (event) => {
    const wish = event.target.closest("[data-do]")?.dataset.do;
    if (wish) (wish === "on" ? on : off)().catch(() => show("refused"));
  });
  registration()
    .then((found) => found.pushManager.getSubscription())
    .then((subscription) => {
      show(subscription ? "on" : "off");
      section.hidden = false;
    })
    .catch(() => {});
})();
