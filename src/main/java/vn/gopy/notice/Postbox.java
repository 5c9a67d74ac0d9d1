package vn.gopy.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends plain mails through the configured server; without one nothing is ever sent. */
@Component
class Postbox {

    private final ObjectProvider<JavaMailSender> sender;
    private final String host;
    private final String from;

    Postbox(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            @Value("${gopy.mail.from:}") String from) {
        this.sender = sender;
        this.host = host;
        this.from = from;
    }

    /** Whether a server and a sender's address are named. */
    boolean configured() {
        return !host.isBlank() && !from.isBlank();
    }

    /**
     * HandRepository a mail to the server.
     *
     * @param id the part of the Message-ID before the @; the same mail sent again has the same
     * @throws org.springframework.mail.MailException when the server does not take it
     */
    void send(String to, String id, String subject, String text) {
        JavaMailSender server = sender.getObject();
        MimeMessage mail = server.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to);
            parts.setSubject(subject);
            parts.setText(text, false);
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader(
                    "Message-ID",
                    "<" + id + from.substring(from.lastIndexOf('@')).replace(">", "") + ">");
        } catch (MessagingException malformed) {
            throw new MailPreparationException(malformed);
        }
        server.send(mail);
    }
}
