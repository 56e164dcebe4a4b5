"""`make soak`: does a page that works for a long time keep its memory, its tables, its workers?"""
