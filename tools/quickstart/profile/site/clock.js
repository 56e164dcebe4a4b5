// With ?clock=2027-01-01T00:30 the page begins at that time, as Python sees it.
const clock = new URLSearchParams(location.search).get("clock");
if (clock) {
  const { now } = Date;
  const ahead = Date.parse(clock) - now();
  Date.now = () => now() + ahead;
}
