internal import Glibc

/// A file to be read, found from the paths that were given.
struct InputFile {
  /// Nil is standard input.
  let path: String?
  /// 0 where it is not known.
  let size: Int
  /// Nil where the first bytes have to tell.
  let format: InputFormat?
  /// Why it cannot be read, if that is known already.
  var failure: ArticleReadingError?

  /// How the file is called in origins and messages.
  var name: String { path ?? "stdin" }

  /// The files behind the paths, in the order of the paths; a folder gives the files in it and
  /// below whose names say that they hold articles, sorted, without hidden ones.
  static func find(_ paths: [String]) -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      if path == "-" {
        files.append(InputFile(path: nil, size: 0, format: nil))
      } else {
        add(path, isNamed: true, to: &files)
      }
    }
    return files
  }

  private static func add(_ path: String, isNamed: Bool, to files: inout [InputFile]) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      files.append(
        InputFile(path: path, size: 0, format: nil, failure: ByteStream.unreadable()))
      return
    }
    let format = InputFormat(fileName: path)
    if status.st_mode & S_IFMT == S_IFDIR {
      addFolder(path, to: &files)
    } else if isNamed || format != nil {
      files.append(InputFile(path: path, size: Int(status.st_size), format: format))
    }
  }

  private static func addFolder(_ path: String, to files: inout [InputFile]) {
    guard let folder = opendir(path) else {
      files.append(
        InputFile(path: path, size: 0, format: nil, failure: ByteStream.unreadable()))
      return
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let child = path.hasSuffix("/") ? path + name : path + "/" + name
      // A linked folder could lead back to this one, so only linked files are followed.
      if isLinkedFolder(child) { continue }
      add(child, isNamed: false, to: &files)
    }
  }

  private static func isLinkedFolder(_ path: String) -> Bool {
    var link = stat()
    var target = stat()
    return lstat(path, &link) == 0 && link.st_mode & S_IFMT == S_IFLNK
      && stat(path, &target) == 0 && target.st_mode & S_IFMT == S_IFDIR
  }
}
