package org.liegg.spring.health;

import org.liegg.spring.LieggAutoConfiguration;
import org.liegg.spring.SymmetryRecorder;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The health of gates by the interfaces of Spring Boot 3, as the component {@code liegg}. */
@AutoConfiguration(after = LieggAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
public class Boot3HealthAutoConfiguration {

  /** Made by Spring. */
  public Boot3HealthAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "lieggHealthIndicator")
  @ConditionalOnBean(SymmetryRecorder.class)
  @ConditionalOnEnabledHealthIndicator("liegg")
  HealthIndicator lieggHealthIndicator(SymmetryRecorder recorder) {
    return () -> {
      GateHealth now = GateHealth.of(recorder.last());
      return Health.status(now.status()).withDetails(now.details()).build();
    };
  }
}
