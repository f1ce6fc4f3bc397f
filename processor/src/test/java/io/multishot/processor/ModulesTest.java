package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.processor.read.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that a declaration has from modules which its own module does not see. */
final class ModulesTest {

  static final Set<Problem> TESTED_PROBLEMS =
      Set.of(
          Problem.INACCESSIBLE_MODULE,
          Problem.INACCESSIBLE_PACKAGE,
          Problem.INACCESSIBLE_CLASS_PATH);

  private static final String FILL =
      """
      package user;
      @io.multishot.MultiShot
      interface Fill extends has.HasThing { long id(); }
      """;

  private static final String HAS_THING =
      "package has; public interface HasThing { java.util.List<? extends thing.Thing[]> all(); }";

  private static final String THING = "package thing; public class Thing { private Thing() {} }";

  @TempDir Path folder;

  private UserProject threeModules(String requires, String requiresThing, String exportsThing)
      throws IOException {
    return new UserProject(folder)
        .source("user/module-info.java", "module user { requires io.multishot; " + requires + " }")
        .source("user/user/Fill.java", FILL)
        .source("has/module-info.java", "module has { exports has; " + requiresThing + " }")
        .source("has/has/HasThing.java", HAS_THING)
        .source("thing/module-info.java", "module thing { " + exportsThing + " }")
        .source("thing/thing/Thing.java", THING);
  }

  private static String compile(UserProject project, String... options) throws IOException {
    String[] all = {
      "-Xlint:-exports",
      "--module-path",
      UserProject.RUNTIME,
      "--module-source-path",
      project.sources.toString()
    };
    String[] arguments = new String[all.length + options.length];
    System.arraycopy(all, 0, arguments, 0, all.length);
    System.arraycopy(options, 0, arguments, all.length, options.length);
    return project.compile(arguments);
  }

  private static void assertSays(String output, String words) {
    assertTrue(
        output.contains("Fill.java:2: error: [multishot-inaccessible] ")
            && output.contains("has.HasThing")
            && output.contains(words)
            && output.contains("1 error"),
        output);
  }

  @Test
  void typeOfAModuleThatIsNotRead_isReportedWithTheModuleToRequire() throws IOException {
    assertSays(
        compile(threeModules("requires has;", "requires thing;", "exports thing;")),
        "module user does not read module thing. Add \"requires thing;\"");
  }

  @Test
  void typeOfAModuleThatIsRead_isNamed() throws IOException {
    assertEquals(
        "", compile(threeModules("requires has;", "requires transitive thing;", "exports thing;")));
    assertEquals(
        "",
        compile(
            threeModules("requires has; requires thing;", "requires thing;", "exports thing;")));
  }

  @Test
  void typeOfAModuleThatIsReadByAnOption_isNamed() throws IOException {
    assertEquals(
        "",
        compile(
            threeModules("requires has;", "requires thing;", "exports thing;"),
            "--add-reads",
            "user=thing"));
  }

  @Test
  void typeOfAPackageThatIsExportedToOthersOnly_isReportedWithTheModule() throws IOException {
    assertSays(
        compile(
            threeModules(
                "requires has; requires thing;", "requires thing;", "exports thing to has;")),
        "module thing does not export package thing to module user");
  }

  /** An automatic module reads the class path, and its types may come from there. */
  @Test
  void typeOfTheClassPath_isReportedInANamedModule() throws IOException {
    UserProject thing = new UserProject(folder.resolve("thing"));
    assertEquals("", thing.source("thing/Thing.java", THING).compile());
    UserProject has = new UserProject(folder.resolve("has"));
    String classPath = thing.classes.toString();
    assertEquals("", has.source("has/HasThing.java", HAS_THING).compile("--class-path", classPath));
    String jar = folder.resolve("has.jar").toString();
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "-cf", jar, "-C", has.classes.toString(), ".");
    String output =
        new UserProject(folder.resolve("user"))
            .source("module-info.java", "module user { requires io.multishot; requires has; }")
            .source("user/Fill.java", FILL)
            .compile(
                "-Xlint:-requires-automatic",
                "--class-path",
                classPath,
                "--module-path",
                jar + File.pathSeparator + UserProject.RUNTIME);
    assertSays(output, "it is on the class path, which module user does not read");
  }

  @Test
  void nullnessAnnotationOfAModuleThatIsNotRead_isLeftOut() throws IOException {
    UserProject project =
        threeModules("requires has;", "requires thing;", "exports thing;")
            .source(
                "has/has/HasThing.java",
                "package has; public interface HasThing { @thing.Nullable String a(); }")
            .source(
                "thing/thing/Nullable.java",
                """
                package thing;
                import java.lang.annotation.*;
                @Target(ElementType.TYPE_USE) public @interface Nullable {}
                """);
    assertEquals("", compile(project));
  }

  /** What javac reports is that readers of the module may not see the type of an accessor. */
  @Test
  void typeThatTheExportingModuleDoesNotPassOn_isReportedInTheDeclarationOnly() throws IOException {
    UserProject project =
        new UserProject(folder)
            .source(
                "module-info.java",
                """
                module user {
                  requires transitive io.multishot;
                  requires java.sql;
                  exports user;
                }
                """)
            .source(
                "user/Fills.java",
                """
                package user;
                import io.multishot.MultiShot;
                import java.sql.Date;
                @SuppressWarnings("exports")
                public interface Fills {
                  @MultiShot interface Fill { Date day(); }
                  @MultiShot(type = Date.class) interface Day {}
                  @MultiShot record Days<T extends java.util.List<? extends Date>>(T all) {}
                  @MultiShot interface Own { hidden.Hidden own(); }
                  @MultiShot interface None { String text(); }
                }
                """)
            .source(
                "user/Dated.java",
                """
                package user;
                @io.multishot.MultiShot
                public interface Dated { @SuppressWarnings("exports") java.sql.Date day(); }
                """)
            .source(
                "hidden/Hidden.java",
                "package hidden; public class Hidden { private Hidden() {} }");
    assertEquals("", project.compile("--module-path", UserProject.RUNTIME));
    assertFalse(
        project
            .generatedSource("user/DatedChannel.java", java.nio.charset.StandardCharsets.UTF_8)
            .isEmpty());
  }
}
