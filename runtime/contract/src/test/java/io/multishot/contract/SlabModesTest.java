package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a slab has in which mode: in production nothing of the checks. */
final class SlabModesTest {

  private static Object search() throws ReflectiveOperationException {
    Field search = Class.forName("io.multishot.SlotTable").getDeclaredField("search");
    search.setAccessible(true);
    return requireNonNull(search.get(LongSlab.open(1)));
  }

  @Test
  @Tag("production")
  void slab_inProduction_hasNoChecksAndNoFieldForThem() throws Exception {
    assertEquals("io.multishot.SlotSearch", search().getClass().getName());
    for (Class<?> type = LongSlab.class; type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        assertTrue(
            !field.getType().getSimpleName().matches(".*(Check|KnownShot|Misuse).*"),
            field::toString);
      }
    }
  }

  @Test
  @Tag("checked")
  void slab_inCheckedMode_hasItsChecksInPlaceOfItsSearch() throws Exception {
    assertEquals("io.multishot.SlabChecks", search().getClass().getName());
  }

  @Test
  @Tag("production")
  @SuppressWarnings("multishot") // what it tests
  void ownersOperation_inProduction_tellsWhatTheSlotShows() {
    LongSlab slab = LongSlab.open(1);
    long id = slab.acquire();
    slab.abandon(id);
    IllegalStateException told = assertThrows(IllegalStateException.class, () -> slab.take(id));
    assertMentions("was taken, received, abandoned, or never acquired from this slab", told);
    assertNull(told.getCause());
  }
}
