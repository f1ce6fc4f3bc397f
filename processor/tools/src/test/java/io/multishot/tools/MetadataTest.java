package io.multishot.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import io.multishot.MultiShot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the runtime's jar tells tools of the fields that it finds by name: these, and no others. */
final class MetadataTest {

  private static final Pattern RULE =
      Pattern.compile("-keepclassmembers class (io[^{]+) \\{([^}]+)\\}");

  private static final Pattern FIELD = Pattern.compile("(\\w+);");

  record Reflection(Condition condition, String name, List<Named> fields) {
    record Condition(String typeReachable) {}

    record Named(String name) {}
  }

  @Test
  void rulesForShrinkers_nameTheFieldsThatAreFoundByName() throws Exception {
    Map<String, Set<String>> named = new TreeMap<>();
    Matcher rules = RULE.matcher(resource("proguard/io.multishot_multishot-runtime.pro"));
    while (rules.find()) {
      Set<String> fields = new TreeSet<>();
      FIELD.matcher(rules.group(2)).results().forEach(field -> fields.add(field.group(1)));
      for (String type : rules.group(1).split(", ", -1)) {
        named.put(type, fields);
      }
    }
    assertEquals(NamedFields.find(), named);
  }

  @Test
  void reflectionOfNativeImages_namesTheFieldsThatAreFoundByName() throws Exception {
    String file = "native-image/io.multishot/multishot-runtime/reflect-config.json";
    Map<String, Set<String>> named = new TreeMap<>();
    for (Reflection entry : new Gson().fromJson(resource(file), Reflection[].class)) {
      assertEquals(entry.name(), entry.condition().typeReachable());
      Set<String> fields = new TreeSet<>();
      entry.fields().forEach(field -> fields.add(field.name()));
      named.put(entry.name(), fields);
    }
    assertEquals(NamedFields.find(), named);
  }

  private static String resource(String file) throws IOException {
    try (InputStream in = MultiShot.class.getResourceAsStream("/META-INF/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
