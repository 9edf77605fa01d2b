# Where Jekyll sees front matter: reads {name: text} from standard input, prints {name: answer}; see fences.mjs.
require "date"
require "jekyll"
require "json"
require "yaml"

table = JSON.parse($stdin.read).to_h do |name, text|
  text = text.delete_prefix("\uFEFF")
  answer = nil
  if text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP
    body = $POSTMATCH || $'
    begin
      data = YAML.safe_load(Regexp.last_match(1), permitted_classes: [Date, Time, Symbol])
      answer = { title: data.is_a?(Hash) ? data["title"] : nil, body: body }
    rescue Psych::Exception
      answer = "error"
    end
  end
  [name, answer]
end
puts JSON.generate(table)
