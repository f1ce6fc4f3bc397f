package io.multishot.processor.misuse;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.List;

/**
 * Has javac tell of misuse of channels, in every compilation with the processor on its path. It
 * looks at bodies when they have been analysed, and tells only what holds on every way through
 * them.
 *
 * <p>{@code -Xplugin:"MultiShot error"} makes errors of the warnings, and {@code off} leaves them
 * out, as the system property {@code io.multishot.misuse} of the compiler does. {@code
 * SuppressWarnings("multishot")} silences a declaration.
 */
@AutoService(Plugin.class)
public final class MisusePlugin implements Plugin {

  static final String NAME = "MultiShot";

  /** Called by the compiler. */
  public MisusePlugin() {}

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    Settings settings = Settings.of(List.of(arguments), System.getProperty(Settings.PROPERTY));
    if (settings.level() != Level.OFF || !settings.mistakes().isEmpty()) {
      task.addTaskListener(new MisuseListener(task, settings));
    }
  }
}
