# What Ruby's Psych (Jekyll's YAML reader) says of an edit. Reads a line of JSON an edit, {"before", "after", "key"},
# writes a line of JSON: did the other keys stay, and what was and is the key's value.
require "json"
require "psych"
require "date"

def read(text)
  data = Psych.safe_load(text, permitted_classes: [Date, Time, Symbol], aliases: true)
  data.is_a?(Hash) ? data : nil
rescue StandardError
  nil
end

def described(value)
  { "type" => value.class.name, "text" => value.is_a?(String) ? value : nil }
end

$stdin.each_line do |line|
  edit = JSON.parse(line)
  before, after, key = read(edit["before"]), read(edit["after"]), edit["key"]
  said = { "read" => !before.nil?, "reads" => !after.nil? }
  if before && after
    old = before.reject { |name, _| name.to_s == key }
    new = after.reject { |name, _| name.to_s == key }
    said["others"] = old.to_a.inspect == new.to_a.inspect
    said["old"], said["new"] = described(before[key]), described(after[key])
    said["there"] = after.key?(key)
  end
  puts JSON.generate(said)
end
