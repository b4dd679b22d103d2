// The screen in the hall: prints the slip, and goes back to the beginning when nobody touches it.
(() => {
  const { back, seconds } = document.currentScript.dataset;
  const goBack = () => location.assign(back);
  let timer = setTimeout(goBack, seconds * 1000);
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(goBack, seconds * 1000);
  };
  for (const event of ["pointerdown", "keydown", "change"]) document.addEventListener(event, again);

  const print = document.querySelector("[data-print]");
  if (!print) return;
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  window.addEventListener("afterprint", goBack);
})();
