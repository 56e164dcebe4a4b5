from browser import ajax

ajax.file_upload("/x", b"", fieldname="photo")  # reject: "fieldname"
