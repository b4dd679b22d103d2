// Starts allauth's passkey ceremonies from data attributes of the one button #passkey-start.
document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("passkey-start");
  if (!button || !window.allauth) return;
  const { passkey, credential, options, passwordless } = button.dataset;
  const ids = { login: button.id, add: button.id, authenticate: button.id, credential, data: options, passwordless };
  window.allauth.webauthn.forms[passkey]({ ids });
  document.addEventListener("allauth.error", () => {
    document.querySelector("[data-passkey-refused]").hidden = false;
  });
});
