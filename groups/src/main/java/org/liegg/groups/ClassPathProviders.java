package org.liegg.groups;

import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

/** The group types on the class path, as {@link Actions#parse} knows them. */
final class ClassPathProviders {

  private ClassPathProviders() {}

  /** Those of the thread's class loader; where it has none, those next to this class. */
  static ProviderRegistry<GroupActionProvider> find() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      var found = ProviderRegistry.load(ProviderKind.ACTION, context);
      if (!found.entries().isEmpty()) {
        return found;
      }
    }
    return ProviderRegistry.load(ProviderKind.ACTION, ClassPathProviders.class.getClassLoader());
  }
}
