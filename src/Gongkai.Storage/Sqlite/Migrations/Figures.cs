using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>What reports count, and steps of reviews by time. What is stored already gets its rows when it is derived again.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261126060000_Figures")]
internal sealed class Figures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Counted",
            columns: table => new
            {
                ContentItemId = table.Column<string>(nullable: false),
                ContentType = table.Column<string>(nullable: false),
                IsPublic = table.Column<bool>(nullable: false),
                Day = table.Column<DateOnly>(nullable: true),
                PublishedUtc = table.Column<DateTime>(nullable: true),
                LeadIssuer = table.Column<string>(nullable: true),
                Form = table.Column<string>(nullable: true),
                Pairs = table.Column<int>(nullable: false),
                NeedsInterpretation = table.Column<bool>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Counted", x => x.ContentItemId));

        migrationBuilder.CreateIndex(
            name: "IX_Counted_ContentType_Day",
            table: "Counted",
            columns: ["ContentType", "Day"]);

        migrationBuilder.CreateIndex(
            name: "IX_ReviewSteps_AtUtc",
            table: "ReviewSteps",
            column: "AtUtc");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(name: "IX_ReviewSteps_AtUtc", table: "ReviewSteps");
        migrationBuilder.DropTable(name: "Counted");
    }
}
