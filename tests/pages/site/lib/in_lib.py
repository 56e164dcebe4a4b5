value = "from the python path"
