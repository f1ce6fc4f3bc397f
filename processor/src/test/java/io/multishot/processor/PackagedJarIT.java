package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.Plugin;
import io.multishot.MultiShot;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The two jars as they are published. */
final class PackagedJarIT {

  private static final File RUNTIME = Compilations.jarOf(MultiShot.class);
  private static final File PROCESSOR = new File(property("processor.jar"));

  @TempDir Path folder;

  @Test
  void javac_needsTheOneJarAndTheRuntime() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("Quote.java"),
            """
            import io.multishot.MultiShot;

            /** A price, and a check that the channel carries it. */
            @MultiShot(type = long.class)
            public interface Quote {
              /** Sends and takes. */
              static void main(String... args) {
                QuoteChannel.Receiver quotes = QuoteChannel.open();
                quotes.sender().send(42);
                if (quotes.take() != 42) {
                  throw new AssertionError();
                }
              }
            }
            """);
    StringWriter said = new StringWriter();
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            new PrintWriter(said),
            new PrintWriter(said),
            "-Xlint:all,-processing",
            "-Werror",
            "--release",
            "17",
            "--processor-path",
            PROCESSOR.toString(),
            "--class-path",
            RUNTIME.toString(),
            "-d",
            folder.toString(),
            source.toString());
    assertEquals("", said.toString());
    try (URLClassLoader user = loader(folder.toFile(), RUNTIME)) {
      user.loadClass("Quote").getMethod("main", String[].class).invoke(null, (Object) null);
    }
  }

  @Test
  void serviceFile_namesTheProcessor() throws Exception {
    String name = "io.multishot.processor.MultiShotProcessor";
    assertEquals(name, text(PROCESSOR, "META-INF/services/" + Processor.class.getName()).strip());
    try (URLClassLoader own = loader(PROCESSOR)) {
      List<String> found = new ArrayList<>();
      ServiceLoader.load(Processor.class, own)
          .forEach(
              processor -> {
                assertEquals(own, processor.getClass().getClassLoader());
                found.add(processor.getClass().getName());
              });
      assertEquals(List.of(name), found);
    }
  }

  @Test
  void serviceFile_namesThePlugin_whichJavacStarts() throws Exception {
    assertEquals(
        "io.multishot.processor.misuse.MisusePlugin",
        text(PROCESSOR, "META-INF/services/" + Plugin.class.getName()).strip());
    Path source =
        Files.writeString(
            folder.resolve("Twice.java"),
            """
            @io.multishot.MultiShot(type = long.class)
            interface Twice {
              static void send(TwiceChannel.Sender sender) {
                sender.send(1);
                sender.send(2);
              }
            }
            """);
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "--processor-path",
                PROCESSOR.toString(),
                "--class-path",
                RUNTIME.toString(),
                "-d",
                folder.toString(),
                source.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("Twice.java:5: warning: [multishot-consumed]"), said);
    assertEquals(0, javac.waitFor(), said);
  }

  @Test
  void gradleFile_saysIsolating() throws Exception {
    assertEquals(
        "io.multishot.processor.MultiShotProcessor,isolating",
        text(PROCESSOR, "META-INF/gradle/incremental.annotation.processors").strip());
  }

  @Test
  void processorJar_isAnAutomaticModuleOfAStableName() throws Exception {
    try (JarFile jar = new JarFile(PROCESSOR)) {
      assertEquals(
          "io.multishot.processor",
          jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
    }
    ModuleDescriptor module = descriptor(PROCESSOR);
    assertTrue(module.isAutomatic());
    assertEquals(
        Set.of(Processor.class.getName(), Plugin.class.getName()),
        module.provides().stream()
            .map(ModuleDescriptor.Provides::service)
            .collect(Collectors.toSet()));
  }

  /** JavaPoet is in the jar, and must not be seen: the path may hold another processor's. */
  @Test
  void processorJar_holdsNoClassThatAnotherJarMayHold() throws Exception {
    List<String> strangers = new ArrayList<>();
    try (JarFile jar = new JarFile(PROCESSOR)) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        String bytes = read(jar, entry, StandardCharsets.ISO_8859_1);
        if (!entry.getName().startsWith("io/multishot/processor/")
            || bytes.contains("com/palantir")
            || bytes.contains("com.palantir")) {
          strangers.add(entry.getName());
        }
      }
    }
    assertEquals(List.of(), strangers);
    assertTrue(PROCESSOR.length() < 560_000, () -> "bytes: " + PROCESSOR.length());
  }

  @Test
  void runtimeJar_holdsItsPackagesAndModuleOnly() throws Exception {
    try (JarFile jar = new JarFile(RUNTIME)) {
      List<String> strangers =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> !name.endsWith("/") && !name.startsWith("META-INF/"))
              .filter(
                  name -> !name.matches("module-info.class|io/multishot/(junit/)?[\\w$-]+.class"))
              .toList();
      assertEquals(List.of(), strangers);
    }
    ModuleDescriptor module = descriptor(RUNTIME);
    assertEquals("io.multishot", module.name());
    assertEquals(
        Map.of(
            "java.base",
            Set.of(Modifier.MANDATED),
            "org.jspecify",
            Set.of(Modifier.STATIC, Modifier.TRANSITIVE),
            "org.junit.jupiter.api",
            Set.of(Modifier.STATIC)),
        module.requires().stream().collect(Collectors.toMap(Requires::name, Requires::modifiers)));
  }

  @Test
  void jars_nameTheirVersionInManifestAndModule() throws Exception {
    String version = property("processor.version");
    for (File file : List.of(RUNTIME, PROCESSOR)) {
      try (JarFile jar = new JarFile(file)) {
        Attributes manifest = jar.getManifest().getMainAttributes();
        String title = "MultiShot " + (file.equals(RUNTIME) ? "runtime" : "processor");
        assertEquals(title, manifest.getValue(Name.IMPLEMENTATION_TITLE));
        assertEquals(version, manifest.getValue(Name.IMPLEMENTATION_VERSION));
        assertEquals(title, manifest.getValue(Name.SPECIFICATION_TITLE));
        assertTrue(version.startsWith(manifest.getValue(Name.SPECIFICATION_VERSION)));
      }
      assertEquals(version, descriptor(file).rawVersion().orElseThrow());
    }
  }

  @Test
  void errorOfALevelThatIsNotServed_namesTheVersionOfTheRuntime() throws Exception {
    String version = "the one in use, version " + property("processor.version") + ", serves";
    try (URLClassLoader classPath = loader(RUNTIME)) {
      assertTrue(messageOfLevel99(classPath).contains(version));
    }
    ModuleFinder modulePath = ModuleFinder.of(RUNTIME.toPath());
    ModuleLayer boot = ModuleLayer.boot();
    Configuration resolved =
        boot.configuration().resolve(modulePath, ModuleFinder.of(), Set.of("io.multishot"));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    ModuleLayer layer = boot.defineModulesWithOneLoader(resolved, platform);
    assertTrue(messageOfLevel99(layer.findLoader("io.multishot")).contains(version));
  }

  private static String messageOfLevel99(ClassLoader runtime) throws Exception {
    Method require = runtime.loadClass("io.multishot.ApiLevel").getMethod("require", int.class);
    InvocationTargetException thrown =
        assertThrows(InvocationTargetException.class, () -> require.invoke(null, 99));
    return String.valueOf(thrown.getCause());
  }

  @Test
  void runtimeJar_holdsWhatToolsLookFor() throws Exception {
    assertTrue(
        text(RUNTIME, "META-INF/proguard/io.multishot_multishot-runtime.pro").contains("-keep"));
    String folder = "META-INF/native-image/io.multishot/multishot-runtime/";
    assertTrue(text(RUNTIME, folder + "reflect-config.json").contains("\"fields\""));
  }

  @Test
  void processorPom_bringsNoOtherArtifact() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File(property("processor.pom")));
    List<String> dependencies = new ArrayList<>();
    NodeList nodes = pom.getElementsByTagName("dependency");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element dependency = (Element) nodes.item(i);
      boolean isOptional = dependency.getElementsByTagName("optional").getLength() > 0;
      if (!isOptional && !List.of("test", "provided").contains(child(dependency, "scope"))) {
        dependencies.add(child(dependency, "artifactId"));
      }
    }
    assertEquals(List.of(), dependencies);
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  private static String child(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }

  private static ModuleDescriptor descriptor(File jar) {
    return ModuleFinder.of(jar.toPath()).findAll().iterator().next().descriptor();
  }

  /** A class loader that sees these and the JDK, not the tests. */
  private static URLClassLoader loader(File... files) throws IOException {
    URL[] urls = new URL[files.length];
    for (int i = 0; i < files.length; i++) {
      urls[i] = files[i].toURI().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static String text(File jarFile, String name) throws IOException {
    try (JarFile jar = new JarFile(jarFile)) {
      JarEntry entry = jar.getJarEntry(name);
      assertNotNull(entry, name);
      return read(jar, entry, StandardCharsets.UTF_8);
    }
  }

  private static String read(JarFile jar, JarEntry entry, Charset charset) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), charset);
    }
  }
}
