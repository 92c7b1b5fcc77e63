package org.liegg.groups.element;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.TransformationGroup;

/** Orders of groups that are made of others. */
final class Orders {

  private Orders() {}

  /** The product of all orders; empty where one is infinite. */
  static Optional<BigInteger> product(List<TransformationGroup> groups) {
    BigInteger order = BigInteger.ONE;
    for (TransformationGroup group : groups) {
      Optional<BigInteger> one = group.order();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      order = order.multiply(one.get());
    }
    return Optional.of(order);
  }
}
