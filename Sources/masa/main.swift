print("masa")
