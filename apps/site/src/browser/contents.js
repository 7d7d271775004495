/* Brings the page that is open into view in the contents, which scroll on their own. */
{
  const contents = document.querySelector("nav");
  const here = contents.querySelector("[aria-current]");
  if (here) contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
}
