package io.multishot.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import edu.umd.cs.findbugs.FindBugs2;
import io.multishot.MultiShot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SpotBugs with its default settings. */
final class SpotBugsTest {

  @TempDir Path folder;

  @Test
  void generatedClasses_haveNoBugs() throws Exception {
    List<String> found =
        Program.runMain(
                System.getProperty("java.class.path"),
                FindBugs2.class.getName(),
                "-auxclasspath",
                Program.locationOf(MultiShot.class).toString(),
                Program.classes(folder).toString())
            .lines()
            .filter(line -> line.matches("[HM] .*"))
            .toList();
    assertEquals(List.of(), found.stream().filter(bug -> bug.contains("Channel")).toList());
    assertFalse(found.isEmpty(), "there are some in the program itself");
  }
}
