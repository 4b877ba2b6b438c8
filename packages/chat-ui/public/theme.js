// Before the first paint: nobody who chose the dark sees a white page first.
try {
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's own theme holds.
}
