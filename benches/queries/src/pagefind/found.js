const [typed, most] = arguments;

return (async () => {
  const { results } = await window.engine.search(typed);
  return results.slice(0, most ?? undefined).map((result) => result.id);
})();
