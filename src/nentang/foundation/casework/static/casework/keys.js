// Keyboard of the inbox: J K move, X mark, Enter open, N take, / search, ? help. The page works without it.
(() => {
  const form = document.querySelector("[data-keys]");
  if (!form) return;
  const rows = [...form.querySelectorAll("tbody tr")];
  const button = document.querySelector("[data-count]");
  const plain = button?.textContent;
  let at = -1;

  const marked = () => form.querySelectorAll("tbody :checked").length;
  const count = () => {
    if (button) button.textContent = marked() ? button.dataset.count.replace("{n}", marked()) : plain;
  };
  const choose = (next) => {
    if (!rows.length) return;
    rows[at]?.removeAttribute("aria-selected");
    at = Math.max(0, Math.min(rows.length - 1, next));
    rows[at].setAttribute("aria-selected", "true");
    rows[at].scrollIntoView({ block: "nearest" });
    rows[at].querySelector("a").focus();
  };
  const mark = () => {
    const box = rows[at]?.querySelector("input");
    if (box) box.checked = !box.checked;
    count();
  };
  const act = {
    j: () => choose(at + 1),
    k: () => choose(at - 1),
    x: mark,
    n: () => {
      if (!marked()) mark();
      if (button && marked()) form.requestSubmit(button);
    },
    "/": () => document.getElementById("q").focus(),
    "?": () => document.getElementById("keys").toggleAttribute("open"),
  };

  form.addEventListener("change", count);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = act[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  count();
})();
