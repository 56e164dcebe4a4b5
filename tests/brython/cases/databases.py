"""`browser.indexed_db`."""

from browser.indexed_db import IndexedDB
from notes import attempt, done

attempt("IndexedDB()", IndexedDB)
done()
