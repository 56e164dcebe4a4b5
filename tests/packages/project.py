"""An empty project that follows the npm package's README."""

import re
import subprocess
from pathlib import Path

README = Path(__file__).resolve().parent.parent.parent / "npm" / "README.md"
HOST = """\
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>a host</title></head>
  <body><p id="result"></p><script type="module" src="/main.js"></script></body>
</html>
"""
CONFIG = """\
export default {
  base: "/app/",
  build: { target: "es2022", rollupOptions: { input: ["index.html", "host.html"] } },
};
"""


class Project:
    def __init__(self, folder: Path, registry: str, tools: Path) -> None:
        self.folder, self._tools = folder, tools
        self.write("package.json", '{"name": "empty", "private": true, "type": "module"}')
        settings = {"registry": registry, "cache": folder / ".cache", "audit": False}
        self.write(".npmrc", "".join(f"{name}={value}\n" for name, value in settings.items()))
        install, copy = commands(README.read_text())
        self.run(*install.split())
        self.installed = folder / "node_modules" / "pyodide-browser"
        readme = (self.installed / "README.md").read_text()
        self.write("index.html", block(readme, "html"))
        self.write("main.js", block(readme, "js"))
        self.write("host.html", HOST)
        self.write("vite.config.js", CONFIG)
        self.run(*copy.split())
        self.said = self.tool("vite", "build")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def tool(self, name: str, *arguments: str) -> str:
        """One of the development tools, none of which is in the project."""
        return self.run(str(self._tools / name), *arguments)

    def run(self, *command: str) -> str:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout + done.stderr


def commands(markdown: str) -> list[str]:
    """The lines of its indented blocks."""
    return re.findall(r"^ {4}(\S.*)$", re.sub(r"(?s)```.*?```", "", markdown), re.MULTILINE)


def block(markdown: str, language: str) -> str:
    (only,) = re.findall(rf"```{language}\n(.*?)```", markdown, re.DOTALL)
    return only
