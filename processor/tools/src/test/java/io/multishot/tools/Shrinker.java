package io.multishot.tools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShot;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import proguard.ProGuard;

/** Shrinks, optimizes and obfuscates the program together with the runtime, by ProGuard. */
final class Shrinker {

  private static final Pattern CLASS = Pattern.compile("(?m)^(\\S+) -> (\\S+):$");

  private final Path folder;

  Shrinker(Path folder) {
    this.folder = folder;
  }

  /** Does so with the given rules beside the program's own, and returns the jar. */
  Path shrink(String... rules) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-injars " + quoted(Program.classes(folder)),
                "-injars "
                    + quoted(Program.locationOf(MultiShot.class))
                    + "(!META-INF/**,!module-info.class)",
                "-outjars " + quoted(jar()),
                "-libraryjars " + quoted(libraryOfThisJdk()),
                "-keep public class demo.Main { public static void main(java.lang.String[]); }",
                "-allowaccessmodification",
                "-repackageclasses x",
                "-printmapping " + quoted(mapping()),
                "-dontnote"));
    options.addAll(List.of(rules));
    String printed =
        Program.runMain(
            System.getProperty("java.class.path"),
            ProGuard.class.getName(),
            options.toArray(new String[0]));
    assertTrue(Files.exists(jar()), printed);
    return jar();
  }

  /** The names that the shrunk program's classes have, of those whose name was such. */
  List<MatchResult> renamed(Pattern original) throws IOException {
    return CLASS
        .matcher(Files.readString(mapping()))
        .results()
        .filter(line -> original.matcher(line.group(1)).matches())
        .toList();
  }

  private Path jar() {
    return folder.resolve("shrunk.jar");
  }

  private Path mapping() {
    return folder.resolve("mapping.txt");
  }

  private static String quoted(Path path) {
    return "'" + path + "'";
  }

  /** Not every JDK has its classes as files. */
  private Path libraryOfThisJdk() throws IOException {
    Path library = folder.resolve("java.base.jar");
    Path module = Path.of(URI.create("jrt:/java.base"));
    try (OutputStream file = Files.newOutputStream(library);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> entries = Files.walk(module)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Path entry : entries.filter(Shrinker::isClass).toList()) {
        zip.putNextEntry(new ZipEntry(module.relativize(entry).toString()));
        zip.write(Files.readAllBytes(entry));
      }
    }
    return library;
  }

  private static boolean isClass(Path entry) {
    return entry.toString().endsWith(".class") && !entry.endsWith("module-info.class");
  }
}
