using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>What is public without what must be public with it.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261126060000_OwedHalves")]
internal sealed class OwedHalves : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "OwedHalves",
        columns: table => new
        {
            ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
            What = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
            SinceUtc = table.Column<DateTime>(nullable: false),
            DueOn = table.Column<DateOnly>(nullable: false),
            UserName = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
            Reason = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
        },
        constraints: table => table.PrimaryKey("PK_OwedHalves", x => x.ContentItemId));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "OwedHalves");
}
