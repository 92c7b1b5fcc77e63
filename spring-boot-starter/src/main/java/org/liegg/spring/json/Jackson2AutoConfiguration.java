package org.liegg.spring.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Reports in JSON where an application writes it with Jackson 2, as Spring Boot 3 does. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration")
@ConditionalOnClass(ObjectMapper.class)
public class Jackson2AutoConfiguration {

  /** Made by Spring. */
  public Jackson2AutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Jackson2Reports lieggJackson2Reports() {
    return new Jackson2Reports();
  }
}
