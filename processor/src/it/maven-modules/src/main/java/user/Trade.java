package user;

import io.multishot.MultiShot;

/**
 * A record that is a message.
 *
 * @param orderId an order
 * @param venue where
 */
@MultiShot
public record Trade(long orderId, String venue) {}
