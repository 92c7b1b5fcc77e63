package org.liegg.groups;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

/** The grammar of the built-in types and one that a user added. */
public final class Grammars {

  private Grammars() {}

  public static ActionGrammar withParabola() {
    List<GroupActionProvider> providers = new ArrayList<>(List.of(new ParabolaProvider()));
    ProviderRegistry.load(ProviderKind.ACTION, Grammars.class.getClassLoader())
        .entries()
        .forEach(entry -> providers.add(entry.provider().orElseThrow()));
    return new ActionGrammar(ProviderRegistry.of(ProviderKind.ACTION, providers));
  }
}
