package vn.gopy.shared.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import vn.gopy.shared.Id;

/** Ids are written as plain UUID texts. */
@Configuration(proxyBeanMethods = false)
class IdsAsText {

    @Bean
    JacksonModule idModule() {
        return new SimpleModule("ids").addSerializer(Id.class, new ToStringSerializer(Id.class));
    }
}
