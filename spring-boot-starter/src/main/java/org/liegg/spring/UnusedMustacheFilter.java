package org.liegg.spring;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Keeps Spring Boot 3 from resolving views by Mustache because LieGG's pages are made with it: its
 * configuration asks for no more than the class. An application that has templates, or says {@code
 * spring.mustache.enabled}, keeps it. Spring Boot 4 asks for a module of its own.
 */
final class UnusedMustacheFilter
    implements AutoConfigurationImportFilter, BeanClassLoaderAware, EnvironmentAware {
  private static final String OF_BOOT_3 =
      "org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration";

  private @Nullable ClassLoader loader;
  private Environment environment = new StandardEnvironment();

  UnusedMustacheFilter() {}

  @Override
  public void setBeanClassLoader(ClassLoader own) {
    loader = own;
  }

  @Override
  public void setEnvironment(Environment own) {
    environment = own;
  }

  @Override
  public boolean[] match(
      @Nullable String[] configurations, @Nullable AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[configurations.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = !OF_BOOT_3.equals(configurations[i]) || isUsed();
    }
    return wanted;
  }

  private boolean isUsed() {
    return Objects.requireNonNullElseGet(
        environment.getProperty("spring.mustache.enabled", Boolean.class), this::hasTemplates);
  }

  private boolean hasTemplates() {
    String folder = environment.getProperty("spring.mustache.prefix", "classpath:/templates/");
    String suffix = environment.getProperty("spring.mustache.suffix", ".mustache");
    try {
      return new PathMatchingResourcePatternResolver(loader)
              .getResources(folder + "**/*" + suffix)
              .length
          > 0;
    } catch (IOException e) {
      // There is no such folder.
      return false;
    }
  }
}
