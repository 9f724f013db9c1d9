// Runs before the page does, and tells when what is waited for is on the screen. What that is, `isThere`
// says, which stands before this.
{
  const look = () => {
    if (!isThere()) return;
    observer.disconnect();
    requestAnimationFrame(() => tell(String(performance.timeOrigin + performance.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}
