package org.liegg.spring;

import org.liegg.app.Liegg;
import org.liegg.metrics.SymmetryMeters;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The façade {@link Liegg} as the {@code liegg.…} properties ask for it, meters of what it
 * extracts, and the {@link SymmetryRecorder}. Each gives way to a bean of the application's own.
 */
@AutoConfiguration
@EnableConfigurationProperties(LieggProperties.class)
public class LieggAutoConfiguration {

  /** Made by Spring. */
  public LieggAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean({Liegg.class, FoundProviders.class})
  FoundProviders lieggProviders(LieggProperties properties) {
    return new FoundProviders(properties.plugins());
  }

  /** Meters that Spring Boot binds to its registries. */
  @Bean
  @ConditionalOnMissingBean
  SymmetryMeters symmetryMeters() {
    return new SymmetryMeters();
  }

  @Bean
  @ConditionalOnMissingBean
  Liegg liegg(FoundProviders providers, LieggProperties properties, SymmetryMeters meters) {
    return Liegg.create(providers.wiring(properties.engines()).withMeters(meters))
        .withSettings(properties.settings());
  }

  @Bean
  @ConditionalOnMissingBean
  SymmetryRecorder symmetryRecorder() {
    return new SymmetryRecorder();
  }
}
