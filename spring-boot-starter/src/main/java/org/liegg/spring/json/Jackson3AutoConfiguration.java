package org.liegg.spring.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.ObjectMapper;

/** Reports in JSON where an application writes it with Jackson 3, as Spring Boot 4 does. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(ObjectMapper.class)
public class Jackson3AutoConfiguration {

  /** Made by Spring. */
  public Jackson3AutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Jackson3Reports lieggJackson3Reports() {
    return new Jackson3Reports();
  }
}
