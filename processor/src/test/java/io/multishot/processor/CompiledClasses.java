package io.multishot.processor;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Loads what a compilation made. */
final class CompiledClasses extends ClassLoader {

  private final Map<String, JavaFileObject> files;

  CompiledClasses(Compilation compilation) {
    super(CompiledClasses.class.getClassLoader());
    String output = "/" + StandardLocation.CLASS_OUTPUT + "/";
    this.files =
        compilation.generatedFiles().stream()
            .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
            .collect(
                Collectors.toMap(
                    file -> file.getName().substring(output.length()).replace('/', '.'),
                    file -> file));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JavaFileObject file = files.get(name + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = file.openInputStream()) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
