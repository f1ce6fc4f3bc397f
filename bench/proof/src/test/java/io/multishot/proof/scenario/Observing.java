package io.multishot.proof.scenario;

import io.multishot.modelchecker.Mailbox;

/** What {@code isAbandoned()} returns to the sender, and to threads that own nothing. */
final class Observing {

  private Observing() {}

  /** Whoever is told learns what the receiver did before. */
  static final class AsTheSenderLooks extends OneChannel {
    private int receiversData;
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            isAbandoned = sender.isAbandoned();
            if (isAbandoned) {
              checkEquals(1, receiversData);
            }
          });
      actors.add(
          "receiver",
          () -> {
            receiversData = 1;
            receiver.close();
          });
      actors.atEnd(() -> isAbandoned);
    }
  }

  /** Whoever sees that it is abandoned sees what the receiver had done before. */
  private abstract static class Observed extends OneChannel implements Wide {
    private int receiversData;

    void renew(Actors actors) {
      actors.add(
          "receiver",
          () -> {
            receiversData = 1;
            receiver.renew();
          });
    }

    boolean look() {
      boolean isAbandoned = sender.isAbandoned();
      if (isAbandoned) {
        checkEquals(1, receiversData);
      }
      return isAbandoned;
    }
  }

  /**
   * Another thread looks, while the sender sends in vain, and then a third one: what was true for
   * one stays true for whoever comes after it.
   */
  static final class AsSomebodyElseLooks extends Observed {
    private final Mailbox<Boolean> answers = new Mailbox<>();
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      renew(actors);
      actors.add(
          "observer",
          () -> {
            isAbandoned = look();
            answers.put(isAbandoned);
          });
      actors.add(
          "third",
          () -> {
            boolean was = answers.take();
            check(!was || sender.isAbandoned(), "true no more");
          });
      actors.atEnd(() -> isSent + " " + isAbandoned);
    }
  }

  /** What the sender has consumed in vain tells of the receiver still. */
  static final class AsSomebodyElseLooksAtWhatIsConsumed extends Observed {
    private boolean isAbandoned;

    @Override
    public void setUp(Actors actors) {
      renew(actors);
      send(actors);
      actors.add("observer", () -> isAbandoned = look());
      actors.atEnd(() -> isSent + " " + isAbandoned);
    }
  }

  /** Two who know nothing of each other, of whom one may find what the other has left. */
  private abstract static class TwoOthers extends Observed {
    private final boolean[] areAbandoned = new boolean[2];

    @Override
    public void setUp(Actors actors) {
      renew(actors);
      for (int i = 0; i < areAbandoned.length; i++) {
        int which = i;
        actors.add(
            "observer " + i,
            () -> {
              areAbandoned[which] = look();
              check(!areAbandoned[which] || sender.isAbandoned(), "true no more");
            });
      }
      actors.atEnd(() -> areAbandoned[0] + " " + areAbandoned[1]);
    }
  }

  static final class AsTwoOthersLook extends TwoOthers {}

  /** What they look at is covered for a moment. */
  static final class AsTwoOthersLookAndTheSenderSends extends TwoOthers implements Wider {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      super.setUp(actors);
    }
  }
}
