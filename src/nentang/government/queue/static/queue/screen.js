// Sound of the call screen: a chime, then the call in Vietnamese. Off until the button is pressed.
(() => {
  const button = document.getElementById("tieng");
  const off = button.textContent;
  const calls = () => [...document.querySelectorAll("#bang [data-call]")];
  const heard = new Set(calls().map((call) => call.dataset.call));
  let audio = null;

  const chime = () => {
    for (const [start, pitch] of [[0, 659], [0.28, 523]]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const at = audio.currentTime + start;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    }
  };
  const say = (text) => {
    if (!window.speechSynthesis) return;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "vi-VN";
    words.rate = 0.9;
    words.voice = speechSynthesis.getVoices().find((voice) => voice.lang.startsWith("vi")) ?? null;
    speechSynthesis.speak(words);
  };
  const listen = () => {
    const fresh = calls().filter((call) => !heard.has(call.dataset.call)).reverse();
    fresh.forEach((call) => heard.add(call.dataset.call));
    if (!audio || !fresh.length) return;
    chime();
    setTimeout(() => fresh.forEach((call) => say(call.dataset.say)), 900);
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    if (audio) {
      audio.close();
      audio = null;
      window.speechSynthesis?.cancel();
    } else {
      audio = new AudioContext();
      chime();
    }
    button.setAttribute("aria-pressed", String(Boolean(audio)));
    button.textContent = audio ? button.dataset.on : off;
  });
  document.addEventListener("htmx:afterSwap", listen);
})();
