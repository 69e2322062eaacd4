print("authkeys")
