package io.multishot.contract;

import io.multishot.Misuse;
import io.multishot.MisuseListener;
import io.multishot.MultiShots;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears what checked mode finds of one channel, or slabs of one class, while it is open. */
final class MisuseRecorder implements MisuseListener, AutoCloseable {

  private final String channel;
  private final List<Misuse> found = new CopyOnWriteArrayList<>();

  MisuseRecorder(Object half) {
    String name = half.getClass().getName();
    int end = name.lastIndexOf('$');
    channel = end < 0 ? name : name.substring(0, end);
    MultiShots.addMisuseListener(this);
  }

  @Override
  public void found(Misuse misuse) {
    if (misuse.channel().equals(channel)) {
      found.add(misuse);
    }
  }

  List<Misuse> found() {
    return found;
  }

  List<Misuse.Kind> kinds() {
    return found.stream().map(Misuse::kind).toList();
  }

  @Override
  public void close() {
    MultiShots.removeMisuseListener(this);
  }
}
