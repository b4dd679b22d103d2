// Keyboard of the desk page: 1 to 9 choose a step, U goes back to the inbox. The page works without it.
(() => {
  const steps = [...document.querySelectorAll(".desk-next .desk-step")];
  const choose = (step) => {
    if (step?.tagName !== "DETAILS") return step?.querySelector("button").focus();
    step.open = true;
    step.querySelector("select, textarea").focus();
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key)) choose(steps[event.key - 1]);
    else if (event.key.toLowerCase() === "u") document.querySelector(".crumbs li:last-child a").click();
    else return;
    event.preventDefault();
  });
})();
