// Shows what is typed on demand, and how strong a new password is. Without script the link below the form shows it.
"use strict";
for (const input of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.textContent = input.dataset.show;
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? input.dataset.hide : input.dataset.show;
    button.setAttribute("aria-pressed", String(shown));
    input.focus();
  });
  input.after(button);
  if (input.dataset.meter) measure(input);
}

function measure(input) {
  const words = input.dataset.meter.split("|");
  const meter = document.createElement("meter");
  const told = document.createElement("span");
  meter.max = words.length;
  meter.setAttribute("aria-hidden", "true");
  told.className = "muted";
  told.setAttribute("role", "status");
  input.addEventListener("input", () => {
    const level = strength(input.value);
    meter.value = input.value ? level + 1 : 0;
    told.textContent = input.value ? ` ${words[level]}` : "";
  });
  input.after(meter, told);
}

// By length and by how many different letters and words there are: 0 weak, 1 fair, 2 strong.
function strength(text) {
  const letters = new Set(text.toLowerCase()).size;
  const words = text.trim().split(/\s+/).length;
  if (text.length < 12 || letters < 6) return 0;
  return text.length >= 20 || (text.length >= 16 && words >= 3) || letters >= 14 ? 2 : 1;
}
