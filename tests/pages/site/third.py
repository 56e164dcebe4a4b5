print("third", __name__)
