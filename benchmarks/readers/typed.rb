# What Ruby's readers make of posts: a line of JSON a post, {"text"}; out comes a line of JSON each, the typed data.
# ruby typed.rb psych|safe_yaml   (safe_yaml is looked for in RUBYLIB and among the installed gems)
require "date"
require "json"
require "psych"
require "time"

HEADER = /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m # Jekyll::Document::YAML_FRONT_MATTER_REGEXP

case ARGV[0]
when "safe_yaml"
  require "safe_yaml/load"
  READ = ->(lines) { SafeYAML.load(lines) }
else
  READ = ->(lines) { Psych.safe_load(lines, permitted_classes: [Date, Time], aliases: true) }
end

def typed(value)
  case value
  when nil, true, false then value
  when Integer then { "number" => value.to_s, "int" => true }
  when Float then { "number" => value.nan? ? "nan" : value.infinite? ? (value > 0 ? "inf" : "-inf") : value.to_s }
  when String then { "text" => value }
  when DateTime, Time then { "date" => value.to_time.utc.iso8601 }
  when Date then { "date" => value.iso8601 }
  when Array then value.map { |item| typed(item) }
  when Hash then { "map" => value.map { |key, item| [key.is_a?(Date) ? key.iso8601 : key.to_s, typed(item)] } }
  else { "other" => value.class.name }
  end
end

$stdout.sync = false
$stdin.each_line do |line|
  text = JSON.parse(line)["text"]
  begin
    header = text.match(HEADER)
    puts JSON.generate(header ? typed(READ.call(header[1])) : { "error" => "no front matter" })
  rescue StandardError => error
    puts JSON.generate("error" => error.message.lines.first.to_s.strip)
  end
end
