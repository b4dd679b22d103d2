// What is open in the menu closes with Escape and when one presses elsewhere. Without script its own word closes it.
"use strict";
const OPEN = ".menu-line details[open], details.menu-phone[open]";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const each of document.querySelectorAll(OPEN)) {
    const hadFocus = each.contains(document.activeElement);
    each.open = false;
    if (hadFocus) each.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const each of document.querySelectorAll(OPEN)) {
    if (!each.contains(event.target)) each.open = false;
  }
});
