from pyodide_browser_testing.cli import main

main()
