fn main() {
    print!("{}", unclench::session::session_schema());
}
